/** The lists of customers likely to buy, for people and systems: the week, the analysis, the archive, paper. */
@org.jspecify.annotations.NullMarked
package io.genjin.hlist.web;
