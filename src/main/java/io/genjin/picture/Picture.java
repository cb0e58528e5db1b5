package io.genjin.picture;

/** A photograph as it is shown: always JPEG, without place, time or camera. */
public record Picture(PictureId id, Purpose purpose, int width, int height, byte[] jpeg) {}
