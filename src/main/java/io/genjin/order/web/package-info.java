/** Orders, the till and the paper of the contract, on pages and over the API. */
@org.jspecify.annotations.NullMarked
package io.genjin.order.web;
