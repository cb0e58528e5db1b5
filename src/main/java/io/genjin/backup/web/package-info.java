/** What administrators see of the backups that Genjin makes by itself. */
@org.jspecify.annotations.NullMarked
package io.genjin.backup.web;
