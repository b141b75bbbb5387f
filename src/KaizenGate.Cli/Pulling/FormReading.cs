using KaizenGate.Core.Reading;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Pulling;

/// <summary>How issues of a tracker are read and changed: with the labels in the settings and those of the issue forms of the repository.</summary>
internal static class FormReading
{
    private const int MostForms = 100;
    private const long MostBytes = 256 * 1024;

    /// <param name="settings">The settings.</param>
    /// <param name="host">The environment.</param>
    public static ReadingOptions Of(GateSettings settings, Host host)
    {
        var workspace = new Workspace(host.WorkingFolder);
        var folder = Path.Join(workspace.Root, ".github", "ISSUE_TEMPLATE");
        var forms = FolderEntries
            .Of(folder, (name, isFolder) => !isFolder && (name.EndsWith(".yml") || name.EndsWith(".yaml")))
            .Select(entry => entry.Path)
            .Where(path => workspace.Contained.IsSupplied(path, workspace.Root))
            .Order(StringComparer.Ordinal)
            .Take(MostForms)
            .Select(TextOf);
        return IssueForm.With(forms, SettingsOptions.ReadingOf(settings));
    }

    /// <summary>The text of a form; empty when it cannot be read.</summary>
    private static string TextOf(string path)
    {
        try
        {
            return PlainFile.ReadText(path, MostBytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
