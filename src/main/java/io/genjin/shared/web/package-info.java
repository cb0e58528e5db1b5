/** The frame around every page and every answer: layout, language, navigation, forms, refusals put into words. */
@org.jspecify.annotations.NullMarked
package io.genjin.shared.web;
