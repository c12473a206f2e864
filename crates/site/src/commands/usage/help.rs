//! The help in Chinese: the same commands and options, with other words.

use clap::{Arg, Command};

use super::words::{about, meaning};

const TEMPLATE: &str = "{about}\n\n用法：{usage}\n\n{all-args}";

/// The command with its help, and that of every command in it, in Chinese.
pub fn in_chinese(mut command: Command) -> Command {
    // What clap itself adds is there from here on.
    command.build();
    translated(command, "")
}

/// `path` is what stands before a command's own name, as `new article` for what
/// is under that.
fn translated(mut command: Command, path: &str) -> Command {
    let usage = usage(&mut command);
    let command = (command.help_template(TEMPLATE))
        .override_usage(usage)
        .subcommand_help_heading("命令");
    let command = match about(path) {
        Some(words) => command.about(words).long_about(None),
        None => command,
    };
    command
        .mut_args(|arg| explained(arg, path))
        .mut_subcommands(|inner| {
            let path = format!("{path} {}", inner.get_name());
            translated(inner, path.trim_start())
        })
}

/// How a command is written, without the word before it.
fn usage(command: &mut Command) -> String {
    let usage = command.render_usage().to_string();
    usage
        .trim_start_matches("Usage:")
        .trim_start()
        .replace("[OPTIONS]", "[选项]")
        .replace("[COMMAND]", "[命令]")
        .replace("<COMMAND>", "<命令>")
}

fn explained(arg: Arg, path: &str) -> Arg {
    let Some(words) = meaning(path, arg.get_id().as_str()) else {
        return arg;
    };
    let heading = if arg.is_positional() {
        "参数"
    } else {
        "选项"
    };
    let help = format!("{words}{}", values(&arg));
    (arg.help(help).long_help(None))
        .help_heading(heading)
        .hide_default_value(true)
        .hide_possible_values(true)
        .hide_env(true)
}

/// What may be given, and what holds when nothing is.
fn values(arg: &Arg) -> String {
    let mut said = Vec::new();
    if arg.get_action().takes_values() {
        let possible: Vec<_> = (arg.get_possible_values().iter())
            .map(|value| value.get_name().to_owned())
            .collect();
        if !possible.is_empty() {
            said.push(format!("可选 {}", possible.join("、")));
        }
        if let [value] = arg.get_default_values() {
            said.push(format!("默认 {}", value.to_string_lossy()));
        }
    }
    match said.is_empty() {
        true => String::new(),
        false => format!("（{}）", said.join("；")),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::commands::Cli;

    /// Commands and options without Chinese, from a command downwards.
    fn untranslated(command: &Command, path: &str, missing: &mut Vec<String>) {
        if about(path).is_none() {
            missing.push(format!("command `{path}`"));
        }
        for arg in command.get_arguments() {
            if meaning(path, arg.get_id().as_str()).is_none() {
                missing.push(format!("`{}` of `{path}`", arg.get_id()));
            }
        }
        for inner in command.get_subcommands() {
            let path = format!("{path} {}", inner.get_name());
            untranslated(inner, path.trim_start(), missing);
        }
    }

    #[test]
    fn everything_has_words_in_chinese() {
        let mut missing = Vec::new();
        untranslated(&Cli::command(), "", &mut missing);
        assert!(missing.is_empty(), "no words for {}", missing.join(", "));
    }

    #[test]
    fn says_what_may_be_given() {
        let mut command = in_chinese(Cli::command());
        let check = (command.find_subcommand_mut("check")).expect("there is `site check`");
        let help = check.render_help().to_string();
        for said in [
            "用法：site check [选项] [DIR]",
            "参数:",
            "选项:",
            "可选 text、json、sarif、github；默认 text",
            "默认 public/content",
            "显示说明",
        ] {
            assert!(help.contains(said), "no `{said}` in\n{help}");
        }
        for english in ["Usage", "OPTIONS", "default", "Print"] {
            assert!(!help.contains(english), "`{english}` in\n{help}");
        }
    }
}
