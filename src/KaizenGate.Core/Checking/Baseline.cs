using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Checking;

/// <summary>The findings that a team accepted, each until a date.</summary>
/// <param name="File">The baseline file.</param>
/// <param name="Entries">In the order of the file.</param>
internal sealed record Baseline(SourceFile File, ImmutableArray<BaselineEntry> Entries)
{
    /// <summary>Reads a baseline.</summary>
    /// <param name="file">The file.</param>
    /// <param name="rules">The rules that entries may name.</param>
    /// <returns>Null when the file does not exist: a baseline is optional.</returns>
    /// <exception cref="InputException">The file cannot be read or is invalid.</exception>
    public static Baseline? Load(SourceFile file, IReadOnlyCollection<KnownRule> rules)
    {
        if (!System.IO.File.Exists(file.FullPath))
        {
            return null;
        }

        var bytes = InputFile.Read(file.FullPath, file.Path, new TextPosition("baseline"));
        return Read(file, bytes, rules);
    }

    internal static Baseline Read(SourceFile file, ReadOnlyMemory<byte> bytes, IReadOnlyCollection<KnownRule> rules)
    {
        var text = new SettingsText(file.Path, bytes);
        var cursor = new JsonCursor(text);
        var change = BaselineKeys.File(rules).Read(ref cursor, "");
        cursor.End();
        return new Baseline(
            file,
            [.. change([]).Select(entry => entry.Value with { Span = text.SpanOf(entry.Place.Offset) })]
        );
    }
}
