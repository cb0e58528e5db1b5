/** Pages and API for one-to-ones and success plans. */
@org.jspecify.annotations.NullMarked
package io.genjin.coaching.web;
