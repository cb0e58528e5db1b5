/** Data quality on screen, on paper and over the API. */
@org.jspecify.annotations.NullMarked
package io.genjin.quality.web;
