/** Follow-up for people and systems: today's list, the record sheet, the morning list, the policy. */
@org.jspecify.annotations.NullMarked
package io.genjin.followup.web;
