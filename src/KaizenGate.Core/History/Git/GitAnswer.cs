using System.Text;

namespace KaizenGate.Core.History.Git;

/// <summary>What git answered to a question.</summary>
/// <param name="Name">The subcommand.</param>
/// <param name="Status">The exit status; 0 for success.</param>
/// <param name="Output">What it printed.</param>
/// <param name="ErrorText">What it said on its error output.</param>
internal sealed record GitAnswer(string Name, int Status, ReadOnlyMemory<byte> Output, string ErrorText)
{
    /// <summary>In bytes. The longest that is asked for, the trailers of a long range of commits, is a fraction of it.</summary>
    public const int Longest = 64 * 1024 * 1024;

    public string Text => Encoding.UTF8.GetString(Output.Span);

    /// <summary>The same answer when git succeeded.</summary>
    /// <exception cref="GitException">It did not.</exception>
    public GitAnswer OrThrow(GitRepository git) => Status == 0 ? this : throw git.Failure(Name, Status, ErrorText);
}
