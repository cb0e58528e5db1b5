/** Pages and API for reviews, cause analyses, defeats and courtesy calls. */
@org.jspecify.annotations.NullMarked
package io.genjin.defeat.web;
