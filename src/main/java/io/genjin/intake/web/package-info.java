/** Leads and sheets on screen and over the API. */
@org.jspecify.annotations.NullMarked
package io.genjin.intake.web;
