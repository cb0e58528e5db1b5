package io.genjin;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms of the house depend on each other only as they declare. */
class ModularityTest {

    @Test
    void modulesKeepToTheirDeclaredDependencies() {
        ApplicationModules.of(Genjin.class, JavaClass.Predicates.resideInAPackage("io.genjin.templates.."))
                .verify();
    }
}
