/** The cards of the dealership on screen and over the API. */
@org.jspecify.annotations.NullMarked
package io.genjin.catalog.web;
