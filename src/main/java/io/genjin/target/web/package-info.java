/** Setting targets and comparing with them, on screen, on paper and over the API. */
@org.jspecify.annotations.NullMarked
package io.genjin.target.web;
