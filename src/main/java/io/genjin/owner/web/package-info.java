/** Pages and API of the owners' files, calls, complaints and months. */
@org.jspecify.annotations.NullMarked
package io.genjin.owner.web;
