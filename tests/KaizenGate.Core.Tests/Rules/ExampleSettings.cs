using KaizenGate.Core.Checking;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Tests.Settings;

namespace KaizenGate.Core.Tests.Rules;

/// <summary>The settings of an example.</summary>
internal static class ExampleSettings
{
    /// <summary>Reads the JSON of a <c>json settings</c> fence.</summary>
    public static GateSettings Read(string json)
    {
        using var folder = new SettingsFolder();
        folder.Write("kaizen.json", json);
        KnownRule[] rules = [.. RuleCatalog.All.Select(rule => rule.Known)];
        return SettingsLoader.Load(folder.Root, rules, folder.Environment, folder.Overrides).Settings;
    }

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
