using System.Collections.Immutable;

namespace KaizenGate.Cli.Agents.Hosts;

/// <summary>The command of the hook in a file of a host.</summary>
internal static class HookEntry
{
    /// <summary>What hosts run.</summary>
    public const string Command = "dotnet kaizen agent hook";

    /// <summary>The end of our command, however the program is started.</summary>
    private const string Mark = "kaizen agent hook";

    private static readonly string[] CommandKeys = ["command", "bash", "powershell"];

    /// <summary>Finds our hooks in a file.</summary>
    /// <param name="root">The file.</param>
    /// <returns>Of each, the values that contain it, from the root on, and itself; and the name of its event.</returns>
    public static IEnumerable<(string Event, ImmutableArray<JsonPart> Way)> Find(JsonPart root)
    {
        if (root.Member("hooks") is not { } hooks)
        {
            yield break;
        }

        foreach (var list in hooks.Children)
        {
            foreach (var entry in list.Value.Children.Select(child => child.Value))
            {
                if (CommandOf(entry) is not null)
                {
                    yield return (list.Name ?? "", [root, hooks, list.Value, entry]);
                }

                if (entry.Member("hooks") is { } inner)
                {
                    foreach (
                        var own in inner.Children.Select(child => child.Value).Where(one => CommandOf(one) is not null)
                    )
                    {
                        yield return (list.Name ?? "", [root, hooks, list.Value, entry, inner, own]);
                    }
                }
            }
        }
    }

    /// <summary>Returns the command of an entry if it is ours; null when it is not.</summary>
    public static string? CommandOf(JsonPart entry) =>
        CommandKeys
            .Select(key => entry.Member(key)?.Text)
            .FirstOrDefault(command => command?.Contains(Mark, StringComparison.Ordinal) == true);
}
