@org.jspecify.annotations.NullMarked
package io.genjin.hqlead.web;
