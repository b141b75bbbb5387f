using System.Collections.Immutable;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli;

/// <summary>The backlogs of a run: those that are named, else those of the settings, else one with a usual name.</summary>
internal static class BacklogChoice
{
    /// <summary>Finds them; empty when there is none.</summary>
    /// <param name="finder">Finds the files.</param>
    /// <param name="loaded">The settings.</param>
    /// <param name="paths">The paths of the command line.</param>
    /// <param name="unmatched">Receives the patterns of the settings that match no file; null to ignore them.</param>
    /// <exception cref="InputException">A path is invalid.</exception>
    public static ImmutableArray<SourceFile> Find(
        BacklogFinder finder,
        LoadedSettings loaded,
        IReadOnlyList<string> paths,
        ICollection<string>? unmatched = null
    ) =>
        paths.Count > 0 ? finder.At(paths)
        : loaded.Settings.Backlogs.IsEmpty ? finder.Usual()
        : finder.Matching(Pulled(loaded), loaded.BacklogsFolder, unmatched);

    /// <summary>The entries of the settings, after a look at whether each tracker was pulled.</summary>
    private static ImmutableArray<string> Pulled(LoadedSettings loaded) =>
        loaded.Settings.Trackers.FirstOrDefault(tracker =>
            !File.Exists(Path.GetFullPath(tracker.Snapshot, loaded.BacklogsFolder))
        )
            is { } missing
            ? throw new InputException(
                $"the issues of {missing.Project} were not pulled yet",
                $"Run `{CommandLine.Name} pull`."
            )
            : loaded.Settings.Backlogs;

    /// <summary>The error of a run that finds none.</summary>
    public static InputException None(LoadedSettings loaded) =>
        loaded.Settings.Backlogs.IsEmpty
            ? new(
                "no backlog found",
                $"Pass its path, adopt a list with `{CommandLine.Name} adopt`, or create one with `{CommandLine.Name} init`."
            )
            : new(
                $"no backlog found: no file matches `backlogs` in kaizen.json ({string.Join(", ", loaded.Settings.Backlogs)})",
                "Correct the patterns, or pass a path."
            );
}
