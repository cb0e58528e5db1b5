/** The walk around the car on phone and tablet, the panel on the customer's page, and the API. */
@org.jspecify.annotations.NullMarked
package io.genjin.presentation.web;
