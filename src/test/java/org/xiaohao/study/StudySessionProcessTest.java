package org.xiaohao.study;
