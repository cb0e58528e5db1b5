/** The log of looks at personal data, for those who answer for it. */
@org.jspecify.annotations.NullMarked
package io.genjin.privacy.web;
