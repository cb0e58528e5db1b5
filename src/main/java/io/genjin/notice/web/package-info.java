/** Notices behind the bell, and for other systems. */
@org.jspecify.annotations.NullMarked
package io.genjin.notice.web;
