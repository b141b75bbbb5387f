using System.CommandLine;
using System.CommandLine.Completions;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Cli.Items;

/// <summary>Suggests improvements for an argument: their ids or short references, with their titles.</summary>
internal static class ItemSuggestions
{
    /// <param name="argument">The argument.</param>
    /// <param name="host">The environment.</param>
    /// <param name="options">The options that select the backlogs.</param>
    /// <param name="isSuggested">Whether an improvement is suggested.</param>
    public static void AddTo(Argument argument, Host host, ItemOptions options, Func<Improvement, bool> isSuggested) =>
        argument.CompletionSources.Add(context => Of(host, context.ParseResult, options, isSuggested));

    private static IEnumerable<CompletionItem> Of(
        Host host,
        ParseResult parsed,
        ItemOptions options,
        Func<Improvement, bool> isSuggested
    )
    {
        try
        {
            return
            [
                .. new ItemRun(host, parsed, options)
                    .Read()
                    .SelectMany(backlog => backlog.Improvements.Where(isSuggested))
                    .Select(item => new CompletionItem(ItemReference.Of(item), detail: item.Title)),
            ];
        }
        catch (InputException)
        {
            // There is nothing to suggest, and an error would disturb the line that is being typed.
            return [];
        }
    }
}
