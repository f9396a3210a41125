package city.dure.importpages;

import city.dure.audit.SubjectNames;
import city.dure.imports.ImportId;
import city.dure.imports.Imports;
import city.dure.web.Formats;
import city.dure.web.MenuItem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the rest of the portal calls an uploaded list, and the way to it. */
@Configuration
class ImportNames {
    @Bean
    MenuItem importsMenuItem() {
        return new MenuItem("office", "imports.title", "/office/imports", 30);
    }

    /** By target and day: the name of a file may be anything. */
    @Bean
    SubjectNames importSubjectNames(
            JdbcClient jdbc, Imports imports, RowNotes notes, Formats formats) {
        return new SubjectNames() {
            @Override
            public String prefix() {
                return "i";
            }

            @Override
            public Map<String, String> names(Collection<String> refs) {
                Map<String, String> names = new HashMap<>();
                jdbc.sql("select id, target, created_at from import_run where id in (:ids)")
                        .param(
                                "ids",
                                refs.stream().map(ref -> ImportId.valueOf(ref).value()).toList())
                        .query(row -> {
                            names.put(ref(row), name(row));
                        });
                return names;
            }

            private String ref(ResultSet row) throws SQLException {
                return new ImportId(row.getObject("id", UUID.class)).ref();
            }

            private String name(ResultSet row) throws SQLException {
                String target = notes.text(imports.target(row.getString("target")).labelKey());
                var day = row.getObject("created_at", OffsetDateTime.class).toInstant();
                return notes.text("imports.name", target, formats.day(day));
            }
        };
    }
}
