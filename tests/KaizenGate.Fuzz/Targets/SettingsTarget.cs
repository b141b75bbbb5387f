using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Fuzz.Targets;

/// <summary>Reads settings and baselines.</summary>
internal static class SettingsTarget
{
    private static readonly ImmutableArray<KnownRule> Rules = [.. RuleCatalog.All.Select(rule => rule.Known)];

    private static readonly ObjectType<SettingsLayer> Type = SettingsKeys.File(Rules);

    public static int Settings(byte[] input)
    {
        var cursor = new JsonCursor(new SettingsText("kaizen.json", input));
        var change = Type.Read(ref cursor, "");
        cursor.End();
        var settings = change(SettingsLayer.Empty).Finish(Rules);
        return settings.Rules.Count + (settings.Metrics.Count << 4) + (settings.Backlogs.Length << 8);
    }

    public static int Baseline(byte[] input) =>
        Core.Checking.Baseline.Read(SourceFile.Named("kaizen.baseline.json"), input, Rules).Entries.Length;
}
