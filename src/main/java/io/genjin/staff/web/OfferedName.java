package io.genjin.staff.web;

import org.springframework.modulith.NamedInterface;

/** A sign-in name that a demo shows at its door, with the duty to try it for. */
@NamedInterface("door")
public record OfferedName(String username, String name, String roleKey, String dealership) {}
