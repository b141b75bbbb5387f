using System.Collections.Immutable;
using System.Text;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Inputs;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Tests.Settings;

namespace KaizenGate.Core.Tests.Rules;

/// <summary>The settings of an example.</summary>
internal static class ExampleSettings
{
    /// <summary>A folder in which no file is read from the disk.</summary>
    private static readonly string Folder = Path.GetFullPath("example");

    /// <summary>Reads the JSON of a <c>json settings</c> fence.</summary>
    public static GateSettings Read(string json)
    {
        using var folder = new SettingsFolder();
        folder.Write("kaizen.json", json);
        KnownRule[] rules = [.. RuleCatalog.All.Select(rule => rule.Known)];
        return SettingsLoader.Load(folder.Root, rules, folder.Environment, folder.Overrides).Settings;
    }

    /// <summary>The change of a <c>kaizen.json</c>.</summary>
    public static GateChange Change(string before, string after)
    {
        var (old, now) = (Source(before), Source(after));
        return new()
        {
            Run = new(Load(old), Load(now)),
            SourceBefore = old,
            SourceAfter = now,
            NameOf = path => SourceFile.Named(Path.GetFileName(path)),
        };
    }

    private static SettingsSource Source(string json) =>
        SettingsSource.Of(path =>
            path == Path.Join(Folder, SettingsLoader.FileName) ? Encoding.UTF8.GetBytes(json) : null
        );

    private static LoadedSettings Load(SettingsSource source) =>
        SettingsLoader.Load(
            Folder,
            [.. RuleCatalog.All.Select(rule => rule.Known)],
            ImmutableDictionary<string, string>.Empty,
            new(),
            source
        );

    /// <summary>What the reader must know of the settings.</summary>
    public static ReadingOptions Reading(GateSettings settings) =>
        new()
        {
            Scoring = settings.Scoring,
            Labels = settings.Fields,
            Sections = settings.Reading.Sections,
            Columns = settings.Reading.Columns,
            Statuses = settings.Reading.Statuses,
            Boxes = settings.Reading.Boxes,
            Items = settings.Reading.Items,
            MaxFileBytes = settings.MaxFileBytes,
        };
}
