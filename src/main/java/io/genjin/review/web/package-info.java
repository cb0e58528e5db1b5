/** Pages and API for the weekly review. */
@org.jspecify.annotations.NullMarked
package io.genjin.review.web;
