package dev.sidetone.simulator.cli.option;

import dev.sidetone.simulator.FilePath;
import dev.sidetone.simulator.WrongSetting;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts the value of every option that names a file or a folder. */
public final class PathConverter implements ITypeConverter<Path> {
    @Override
    public Path convert(String value) {
        try {
            return FilePath.of(value);
        } catch (WrongSetting e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
