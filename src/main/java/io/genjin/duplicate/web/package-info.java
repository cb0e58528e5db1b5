/** Customers on file twice for people and systems: the pairs, the comparison side by side, merges and their undoing. */
@org.jspecify.annotations.NullMarked
package io.genjin.duplicate.web;
