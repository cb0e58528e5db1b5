package io.genjin.staff.web;

/** A sign-in name that a demo shows at its door, with the duty to try it for. */
@org.springframework.modulith.NamedInterface("door")
public record OfferedName(String username, String name, String roleKey, String dealership) {}
