using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Settings;

/// <summary>Reads a settings file and those it extends.</summary>
/// <param name="type">The keys of the file.</param>
/// <param name="workingFolder">The folder to which paths in messages are relative.</param>
/// <param name="source">Where files are read.</param>
/// <param name="contained">Keeps the base files inside the repository.</param>
internal sealed class SettingsFile(
    ObjectType<SettingsLayer> type,
    string workingFolder,
    SettingsSource source,
    Containment contained
)
{
    /// <summary>Ends cycles through links, which have no canonical path.</summary>
    private const int MostFiles = 64;

    private readonly List<string> files = [];
    private readonly List<string> open = [];
    private int count;

    /// <summary>The files that were read; each overrides the one before.</summary>
    public ImmutableArray<string> Files => [.. files];

    /// <summary>Applies the files that a file extends, and then the file itself.</summary>
    /// <param name="fullPath">The absolute path of the file.</param>
    /// <param name="before">Returns the settings to override; its parameter is whether the file ignores parent folders.</param>
    /// <param name="namedAt">Where the file was named.</param>
    /// <exception cref="InputException">A file is missing, unreadable or invalid, or extends itself.</exception>
    public SettingsLayer Apply(string fullPath, Func<bool, SettingsLayer> before, TextPosition namedAt)
    {
        if (open.Contains(fullPath))
        {
            var cycle = open.SkipWhile(path => path != fullPath).Append(fullPath).Select(Shown);
            throw namedAt.Error(
                $"circular \"extends\": {string.Join(" → ", cycle)}",
                "Remove one of them from \"extends\"."
            );
        }

        if (++count > MostFiles)
        {
            throw namedAt.Error($"the settings extend more than {MostFiles} files", "Combine some of them.");
        }

        open.Add(fullPath);
        var change = Read(fullPath, namedAt);
        var own = change(SettingsLayer.Empty);
        var layer = own.Extends.Aggregate(
            before(own.IsRoot),
            (below, parent) => Apply(Base(fullPath, parent), _ => below, parent.Place)
        );
        open.RemoveAt(open.Count - 1);
        files.Add(fullPath);
        return change(layer) with { IsRoot = own.IsRoot };
    }

    private Func<SettingsLayer, SettingsLayer> Read(string fullPath, TextPosition namedAt)
    {
        var text = new SettingsText(Shown(fullPath), source.Read(fullPath, Shown(fullPath), namedAt));
        var cursor = new JsonCursor(text);
        var change = type.Read(ref cursor, "");
        cursor.End();
        return change;
    }

    /// <summary>The absolute path of a base file; all of them are in the repository of the first file.</summary>
    private string Base(string extending, (string Path, TextPosition Place) parent)
    {
        if (parent.Path.Contains('\0', StringComparison.Ordinal))
        {
            throw parent.Place.Error(
                $"invalid path {Quote.Of(parent.Path)} for {parent.Place.Setting}",
                "Use the path of a settings file."
            );
        }

        var path = Path.GetFullPath(parent.Path, Path.GetDirectoryName(extending)!);
        return contained.IsSupplied(path, open[0])
            ? path
            : throw parent.Place.Error(
                $"{parent.Place.Setting} leads out of the repository, to {Quote.Of(RealPath.Of(path))}",
                "Use a path inside of it."
            );
    }

    private string Shown(string fullPath) => ShownPath.Of(fullPath, workingFolder);
}
