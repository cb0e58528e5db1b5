package io.genjin.staff.web;

import io.genjin.shared.web.Fields;
import io.genjin.staff.PasswordPreset;
import io.genjin.staff.StaffMember;

/** Where an invited person sets a password. */
public record InvitationPage(String code, StaffMember member, Fields form, PasswordPreset preset) {}
