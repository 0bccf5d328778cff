package org.xiaohao.study;

/**
 * A speaker of a session (A7).
 *
 * @param named whether the preparation named them
 * @param spoke whether they really spoke; false until recorded
 */
public record Speaker(String personId, boolean named, boolean spoke) {}
