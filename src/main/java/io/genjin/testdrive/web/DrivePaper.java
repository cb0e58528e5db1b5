package io.genjin.testdrive.web;

import gg.jte.Content;
import io.genjin.dealership.Dealership;
import io.genjin.prospect.web.People;
import io.genjin.testdrive.DriveFile;

/** The signed agreement on one A4 sheet; the code on it opens the drive. */
public record DrivePaper(DriveFile.Opened opened, Dealership dealership, People people, Content code) {}
