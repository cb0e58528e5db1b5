/** The tool box on the phone, on the desk, on paper and over the API. */
@org.jspecify.annotations.NullMarked
package io.genjin.toolbox.web;
