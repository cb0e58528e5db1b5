/** Pages and API for test rides and drives. */
@org.jspecify.annotations.NullMarked
package io.genjin.testdrive.web;
