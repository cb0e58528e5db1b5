/** The boards on a screen that nobody sits at, and over the API. */
@org.jspecify.annotations.NullMarked
package io.genjin.board.web;
