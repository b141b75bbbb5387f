using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Settings;

/// <summary>Where settings files are read.</summary>
/// <param name="Exists">Whether there is a file or a folder at an absolute path.</param>
/// <param name="Read">Reads a file; see <see cref="InputFile.Read"/>.</param>
internal sealed record SettingsSource(
    Func<string, bool> Exists,
    Func<string, string, TextPosition, ReadOnlyMemory<byte>> Read
)
{
    public static SettingsSource Disk { get; } = new(Path.Exists, InputFile.Read);

    /// <summary>Reads files that will be asked for, at once; null when that saves nothing.</summary>
    public Action<IEnumerable<string>>? Expect { get; private init; }

    /// <summary>Whether a file that is requested explicitly may be missing, because the files are those of another time.</summary>
    public bool MayLackNamed { get; private init; }

    /// <summary>These files, and one that is not written yet.</summary>
    /// <param name="path">The absolute path of that file.</param>
    /// <param name="content">Its content.</param>
    public SettingsSource With(string path, byte[] content) =>
        this with
        {
            Exists = other => other == path || Exists(other),
            Read = (other, shown, namedAt) =>
                other == path ? InputFile.WithoutMark(content) : Read(other, shown, namedAt),
        };

    /// <summary>The files of a commit or of the index.</summary>
    /// <param name="contentOf">Returns the content of the file at an absolute path; null when there is none.</param>
    /// <param name="expect">See <see cref="Expect"/>.</param>
    public static SettingsSource Of(Func<string, byte[]?> contentOf, Action<IEnumerable<string>>? expect = null) =>
        new(
            path => contentOf(path) is not null,
            (path, shown, namedAt) =>
                contentOf(path) is { } bytes
                    ? InputFile.WithoutMark(bytes)
                    : throw namedAt.Error($"{shown} in {namedAt.Setting} did not exist", "Use the path of a file.")
        )
        {
            MayLackNamed = true,
            Expect = expect,
        };
}
