/** Pages and API for campaigns, their lists of guests and their results. */
@org.jspecify.annotations.NullMarked
package io.genjin.campaign.web;
