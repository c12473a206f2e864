//! What every command and option is, in Chinese.

/// What a command does; the empty path is the program itself.
pub fn about(path: &str) -> Option<&'static str> {
    if path == "help" || path.starts_with("help ") || path.ends_with(" help") {
        return Some("显示一个命令的说明");
    }
    Some(match path {
        "" => "检查、发布和查看广元市铝产业联盟网站",
        "check" => "检查内容，一次报出所有问题",
        "diff" => "比较两份内容：读者会看到什么变化",
        "migrate" => "把旧格式的内容升级为现在的格式",
        "new" => "新写文章、企业、指标、活动、资料或供需，缺什么问什么",
        "new article" => {
            "新文章：news 里的一个文件，写完之前是草稿（已发布的文章有更正，写进它的 corrections）"
        }
        "new company" => "新企业，写进 companies.json",
        "new indicator" => "新指标和它的第一个数，写进 indicators.json",
        "new event" => "新活动，写进 events.json；还没有这个文件就建一个",
        "new paper" => "新资料，写进 documents.json；还没有这个文件就建一个",
        "new offer" => "新的供应或求购，写进 offers.json；还没有这个文件就建一个",
        "publish" => "检查内容，写出整个网站",
        "preview" => "边写边看：草稿也显示，有错马上指出",
        "schema" => "写出内容文件的 JSON Schema",
        "stats" => "清点内容，指出值得看一眼的地方",
        "balance" => "计算生产一定量的产品要用多少料、电，排多少碳",
        "serve" => "在本机提供已发布的网站",
        "desk" => "打开编辑台：在浏览器里改内容、发布",
        "backend" => "管理多人编辑用的内容库：账号、导入、导出",
        "backend import" => "把一个内容文件夹收进内容库；文件夹里没有的，库里也删去",
        "backend export" => "把内容库写成一个内容文件夹，格式统一",
        "backend backup" => "备份内容库的全部：内容、历史、账号、操作记录",
        "backend restore" => "把备份恢复到空的文件夹或空的数据库",
        "backend people" => "列出所有账号",
        "backend add-person" => "新建账号；密码从标准输入读",
        "backend set-password" => "换密码（从标准输入读）；这个账号的登录全部失效",
        "backend remove-person" => "删除账号；做过的事仍留在记录里",
        "audit" => "核对操作记录",
        "audit verify" => "从头核对记录，指出有没有被改过、删过、添过",
        "conform" => "核对一个地址提供的数据文档与已发布的网站是否完全一样",
        "upload" => "把已发布的网站上传到存储桶：S3、OSS、COS",
        "rollback" => "恢复最近五次发布中的一次",
        "generate" => "生成大量合成内容，只供测量",
        _ => return None,
    })
}

/// What an option or argument means. Some mean the same in every command.
pub fn meaning(path: &str, id: &str) -> Option<&'static str> {
    own(path, id).or_else(|| common(id))
}

fn own(path: &str, id: &str) -> Option<&'static str> {
    Some(match (path, id) {
        ("check", "fix") => "先列出改动，问过以后，把只有一种改法的写法改好",
        ("check", "yes") => "与 --fix 合用：不再问，直接写入",
        ("check", "warnings") => "把提醒逐条列出：全部，或只列一种；不给时只报各种多少处",
        ("check", "deny_warnings") => "有提醒也算不通过，并逐条列出",
        ("check", "format") => "报告的格式：给人看、JSON、SARIF、GitHub 批注",
        ("diff", "old") => "原来的内容文件夹",
        ("diff", "new") => "现在的内容文件夹",
        ("migrate", "dry_run") => "只逐行显示会改什么，不写文件",
        (
            "new" | "new article" | "new company" | "new indicator" | "new event" | "new paper"
            | "new offer",
            "yes",
        ) => "有默认值的不问，直接采用",
        ("new article", "title") => "中文标题",
        ("new article", "title_en") => "英文标题",
        ("new article", "date") => "发生或发表的日期，如 2026-03-02",
        ("new article", "category") => {
            "栏目：alliance 联盟、industry 行业、project 项目、policy 政策、market 市场"
        }
        ("new article", "body") => "正文的一段，可以给多次",
        ("new article", "companies") => "companies.json 里的编号，用逗号隔开",
        ("new article", "ready") => "已经写完，不是草稿",
        ("new article", "id") => "编号；不给时按日期和标题拟一个",
        ("new company", "name") => "登记的中文全称",
        ("new company", "aliases") => "简称，用逗号隔开",
        ("new company", "products") => "companies.json 里产品的编号，用逗号隔开",
        ("new company", "district") => "companies.json 里地区的编号",
        ("new company", "sources") => "sources.json 里的编号，用逗号隔开",
        ("new indicator", "name") => "统计的是什么，中文",
        ("new indicator", "unit") => "单位，如 万吨、亿元",
        ("new indicator", "scope") => "包括什么、不包括什么，中文",
        ("new indicator", "scope_en") => "包括什么、不包括什么，英文",
        ("new indicator", "stage") => "有关的环节",
        ("new indicator", "period") => "时间：2025、2025-10 或 2025-01/2025-09",
        ("new indicator", "value") => "数值",
        ("new indicator", "kind") => "actual 实际、target 目标或 forecast 预计",
        ("new event", "title") => "活动名称，中文",
        ("new event", "title_en") => "活动名称，英文",
        ("new event", "kind") => {
            "conference 会议、exhibition 展会、training 培训、promotion 推介、press 发布会或 ceremony 仪式"
        }
        ("new event", "start") => "开始，北京时间，如 2026-12-18 09:00 或 2026-12-18",
        ("new event", "end") => "结束，同样的写法",
        ("new event", "place") => "地点，中文",
        ("new event", "place_en") => "地点，英文",
        ("new event", "summary") => "简介，中文，一两句话",
        ("new event", "article") => "关于它的文章：news 里的编号",
        ("new event", "id") => "编号；不给时按日期和名称拟一个",
        ("new paper", "title") => "资料名称，中文",
        ("new paper", "kind") => {
            "charter 章程与制度、form 办事表格、standard 标准、policy 政策、report 报告或 data 数据"
        }
        ("new paper", "summary") => "里面有什么，一句中文",
        ("new paper", "date") => "哪天公布或施行的",
        ("new paper", "file") => "papers 里的文件名；文件先放进去",
        ("new paper", "url") => "文件在别处时的网址",
        ("new paper", "language") => "用什么语言写的：zh 中文、en 英文",
        ("new offer", "kind") => "offer 供应或 need 求购",
        ("new offer", "material") => "什么材料，中文",
        ("new offer", "material_en") => "什么材料，英文",
        ("new offer", "grade") => "牌号、状态或品位",
        ("new offer", "tonnes") => "多少吨",
        ("new offer", "date") => "从哪天起登在网站上；不给时是今天",
        ("new offer", "until") => "最后一天；不给时是三十天以后",
        ("new offer", "company") => "companies.json 里的编号；不具名就不给",
        ("new offer", "place") => "地点，中文",
        ("new offer", "place_en") => "地点，英文",
        ("new offer", "id") => "编号，联系时要报；不给时按日期和材料拟一个",
        ("publish", "out") => "写到哪个文件夹；其中的内容整个换掉",
        ("publish", "documents_only") => "只写 content/v1/ 里的数据文档",
        ("publish", "no_compress") => "不写 .br 和 .gz，快一些，供试用",
        ("publish", "no_cards") => "不画分享图片，快一些，供试用",
        ("publish", "origin") => {
            "网站的地址，如 https://example.org，用于规范链接、站点地图和分享图片"
        }
        ("publish", "content_base") => {
            "后端在哪里提供数据文档，如 https://api.example.org/content/v1/ 或本站的另一个路径；后端出错时改读网站自己的"
        }
        ("publish", "in_place") => {
            "逐个更新 --out 里的文件，文件夹本身不换：容器或别的程序正用着它的时候加。挂载点会自动这样做。这时不保留更早的发布"
        }
        ("publish", "foreign") => {
            "--out 里有不是发布写的文件时怎么办：stop 列出来并停下，keep 原样带上，drop 去掉"
        }
        ("preview", "poll") => {
            "每秒查看一遍有没有改动，用于系统不通知改动的磁盘。已知的网络共享会自动这样做"
        }
        ("publish", "synthetic") => "发布 site generate 生成的合成内容",
        ("schema", "dir") => "写到哪个文件夹",
        ("stats", "links") => {
            "逐个询问内容里链接的网页还在不在，每个网站一次只问一个，同时问四个网站"
        }
        ("stats" | "publish", "format") => "报告的格式：给人看、JSON",
        ("publish", "while_input") => "标准输入一结束就停：给启动它、不想留下它的程序用",
        ("balance", "file") => {
            "写有输入值的 JSON 文件，如 {\"product\": 615000, \"recycled-share\": 40}；不给或写 - 时从标准输入读"
        }
        ("balance", "against") => {
            "写有另一组输入值的 JSON 文件：各项结果相差多少，差的范围一并算出"
        }
        ("balance", "solve") => {
            "要某项结果等于多少，某个输入须取几：co2=2000000:recycled-share；可以给几个"
        }
        ("balance", "print_inputs") => "只列出每个输入的默认值、单位、范围和来源，不计算",
        ("serve", "backend") => {
            "同时打开内容库的编辑接口：folder:文件夹 或 postgres://用户@主机/数据库。不给时没有编辑接口"
        }
        ("serve", "proxy") => {
            "另一台机器上的代理，或它们的网段，如 10.0.0.0/8：和本机的代理一样，相信它说的来访地址（X-Forwarded-For）"
        }
        ("serve", "admin") => {
            "另在这个地址（如 127.0.0.1:9100）给管理服务器的人：/healthz 说状态，/metrics 给 Prometheus 读数"
        }
        ("serve", "log") => {
            "标准错误里怎样记：plain 只把出错的事写给人看，json 每个请求写一行给程序看"
        }
        ("serve", "no_compress") => "与 --backend 合用：不写 .br 和 .gz，快一些，供试用",
        ("serve", "origin") => "与 --backend 合用：网站的地址，如 https://example.org",
        ("backend import", "dir") => "内容文件夹",
        ("backend export", "dir") => "写到哪个文件夹；其中原有的内容会换掉",
        ("backend backup", "dir") => "备份写到哪个文件夹；必须还没有",
        ("backend restore", "dir") => "备份所在的文件夹",
        ("backend export", "state") => {
            "哪个时候的内容：drafts 最新、live 读者看到的、ready 已批准的、at:编号、publish:编号"
        }
        ("backend add-person", "role") => "writer 写稿、publisher 发布、administrator 管理",
        ("backend set-password", "without_codes") => "同时不再要求一次性验证码",
        ("backend add-person" | "backend set-password" | "backend remove-person", "name") => {
            "账号名"
        }
        ("audit verify", "log") => "改为核对网站公开的发布记录 publish-log.json",
        ("conform", "url") => "要核对的地址，如 https://example.org",
        ("conform", "dir") => "已发布的文件夹，以它为准",
        ("serve", "dir") => "已发布的文件夹",
        ("serve", "https_headers") => "读者经代理用 https 访问：让浏览器一直用 https",
        ("upload", "dir") => "已发布的文件夹",
        ("publish" | "upload", "to") => {
            "存储桶，如 s3://桶名/前缀；地址、地域和密钥取自环境变量 AWS_ENDPOINT_URL、AWS_REGION、AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY"
        }
        ("publish" | "upload", "dry_run") => "只列出存储桶里会上传什么、删去什么，不动它",
        ("publish" | "upload", "keep_days") => {
            "网站已不用、名字随内容变的旧文件再留几天：还开着的网页可能要用"
        }
        ("publish" | "upload", "packed") => {
            "能压缩的文件以这种形式上传，用于自己不压缩的存储：gzip 到处能用，brotli 只能经 https"
        }
        ("publish" | "upload", "replace") => "存储桶里不是上传命令放的同名文件，也换掉",
        ("rollback", "number") => "恢复哪一次发布；不给时恢复上一次",
        ("rollback", "out") => "已发布的文件夹",
        ("rollback", "list") => "只列出留着的几次发布",
        ("generate", "articles") => "多少篇文章",
        ("generate", "companies") => "多少家企业",
        ("generate", "pictures") => "多少张程序画的图片，分给各篇文章",
        ("generate", "events") => "多少次活动",
        ("generate", "offers") => "多少条供需",
        ("generate", "seed") => "随机数的种子；种子相同，内容相同",
        ("generate", "base") => "以哪份内容为底",
        ("desk", "out") => "编辑台发布的网站写到哪个文件夹",
        ("desk", "no_browser") => "只显示地址，不打开浏览器",
        ("desk", "new") => "文件夹是空的或还没有时，不问就从空白开始",
        ("generate", "out") => "写到哪个文件夹；必须是新的或空的",
        _ => return None,
    })
}

fn common(id: &str) -> Option<&'static str> {
    Some(match id {
        "help" => "显示说明",
        "version" => "显示版本",
        "subcommand" => "哪个命令",
        "content" | "dir" => "内容文件夹",
        "app" => "网页程序的文件夹；不给时用本程序旁边的 app，或上次发布留下的，或 target/app",
        "desk" => "编辑台的文件夹；不给时用本程序旁边的 desk，或 target/desk",
        "backend" => "内容库：folder:文件夹 或 postgres://用户@主机/数据库",
        "today" => "把哪一天当作今天，如 2026-03-02；不给时是北京时间的今天",
        "lang" => "用哪种语言说话",
        "port" => "端口；0 由系统挑选，环境变量 PORT 也可指定",
        "host" => "监听的地址；0.0.0.0 是本机所有地址",
        "name_en" => "英文名称",
        "title_en" => "英文标题",
        "summary" => "一两句中文说明",
        "summary_en" => "说明的英文",
        "stages" => "产业链的环节，用逗号隔开",
        "source" => "sources.json 里的一个编号",
        "id" => "编号；不给时按名称拟一个",
        _ => return None,
    })
}
