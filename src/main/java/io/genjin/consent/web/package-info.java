/** Pages and API for partners, consents and what is handed to partners. */
@org.jspecify.annotations.NullMarked
package io.genjin.consent.web;
