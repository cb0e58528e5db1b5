/** Reads sheets that people and other systems made, and trusts nothing in them. */
@org.jspecify.annotations.NullMarked
package io.genjin.intake.sheet;
