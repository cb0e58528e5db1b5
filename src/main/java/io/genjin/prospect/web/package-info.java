/** The card on screen, on paper and over the API; other modules' pages borrow its words for people, choices and facts. */
@org.springframework.modulith.NamedInterface("web")
@org.jspecify.annotations.NullMarked
package io.genjin.prospect.web;
