package org.xiaohao.notification;

import org.xiaohao.roster.Person;

/**
 * Something to be said to one person.
 *
 * @param key what it says to whom, at most 400 characters: the same key is said once, however often
 *     it is posted ({@code digest/changzhi-2017/2017-03-27/zhangsan})
 * @param to who is told
 * @param subject one line; line breaks and other control characters are taken out, what is too long
 *     is cut
 * @param body plain text of any length
 */
public record Notice(String key, String campaignId, Person to, String subject, String body) {}
