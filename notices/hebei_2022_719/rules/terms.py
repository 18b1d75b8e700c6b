"""Foreign terms that filings of this field are full of, with their full names; and what needs none.

Data for TXT001. A term that is missing here is told by its looks (see `foreign`); one that is here is known with
its Chinese names, any of which beside it is its full name.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["EVERYDAY", "NAMES", "TERMS"]

# Abbreviation -> Chinese names, parted by blanks, then the English one behind a bar.
TERMS: Final[Mapping[str, str]] = {
    "ABAC": "基于属性的访问控制|Attribute-Based Access Control",
    "ACL": "访问控制列表|Access Control List",
    "AGV": "自动导引运输车 自动导引车 自动导向车 无人搬运车|Automated Guided Vehicle",
    "AIoT": "人工智能物联网 智能物联网|Artificial Intelligence of Things",
    "AMR": "自主移动机器人|Autonomous Mobile Robot",
    "ANN": "人工神经网络|Artificial Neural Network",
    "AOI": "自动光学检测|Automated Optical Inspection",
    "APC": "先进过程控制|Advanced Process Control",
    "API": "应用程序接口 应用程序编程接口 应用编程接口 开放接口|Application Programming Interface",
    "APM": "应用性能管理 应用性能监控|Application Performance Management",
    "APS": "高级计划与排程 高级计划排程 高级排产 先进计划排程|Advanced Planning and Scheduling",
    "B2B": "企业对企业 企业间电子商务|Business to Business",
    "BI": "商业智能 商务智能|Business Intelligence",
    "BIM": "建筑信息模型|Building Information Modeling",
    "BOM": "物料清单|Bill of Materials",
    "BPM": "业务流程管理|Business Process Management",
    "C2M": "用户直连制造 客户直连制造|Customer to Manufacturer",
    "CA": "数字证书认证 电子认证 证书颁发机构|Certificate Authority",
    "CAD": "计算机辅助设计|Computer Aided Design",
    "CAE": "计算机辅助工程|Computer Aided Engineering",
    "CAM": "计算机辅助制造|Computer Aided Manufacturing",
    "CAN": "控制器局域网|Controller Area Network",
    "CAPP": "计算机辅助工艺规划 计算机辅助工艺设计|Computer Aided Process Planning",
    "CDN": "内容分发网络|Content Delivery Network",
    "CEMS": "烟气排放连续监测 烟气在线监测|Continuous Emission Monitoring System",
    "CFD": "计算流体力学|Computational Fluid Dynamics",
    "CI/CD": "持续集成/持续交付 持续集成和持续交付 持续集成与持续部署 持续集成、持续交付|Continuous Integration and Continuous Delivery",
    "CNC": "计算机数控 计算机数字控制 数控|Computer Numerical Control",
    "CNN": "卷积神经网络|Convolutional Neural Network",
    "CoAP": "受限应用协议|Constrained Application Protocol",
    "CPS": "信息物理系统|Cyber-Physical Systems",
    "CRM": "客户关系管理|Customer Relationship Management",
    "CV": "计算机视觉|Computer Vision",
    "DBA": "数据库管理员|Database Administrator",
    "DCMM": "数据管理能力成熟度|Data Management Capability Maturity Model",
    "Big Data": "大数据|Big Data",
    "Blockchain": "区块链|Blockchain",
    "Cloud Native": "云原生|Cloud Native",
    "Data Lake": "数据湖|Data Lake",
    "Deep Learning": "深度学习|Deep Learning",
    "Digital Twin": "数字孪生|Digital Twin",
    "Edge Computing": "边缘计算|Edge Computing",
    "Machine Learning": "机器学习|Machine Learning",
    "DCS": "分散控制系统 集散控制系统 分布式控制系统|Distributed Control System",
    "DDoS": "分布式拒绝服务|Distributed Denial of Service",
    "DevOps": "开发运维一体化 研发运营一体化 开发运营一体化|Development and Operations",
    "DLP": "数据防泄漏 数据泄露防护|Data Loss Prevention",
    "DNC": "分布式数控|Distributed Numerical Control",
    "DNS": "域名系统|Domain Name System",
    "DSP": "数字信号处理|Digital Signal Processing",
    "DTU": "数据传输单元 数据终端单元|Data Transfer Unit",
    "EAM": "企业资产管理|Enterprise Asset Management",
    "ECS": "弹性云服务器 云服务器|Elastic Compute Service",
    "EDI": "电子数据交换|Electronic Data Interchange",
    "EDR": "终端检测与响应 端点检测与响应|Endpoint Detection and Response",
    "EHR": "电子人力资源管理|Electronic Human Resource",
    "EHS": "环境、健康与安全 环境健康安全|Environment, Health and Safety",
    "EMS": "能源管理系统 能量管理系统|Energy Management System",
    "ERP": "企业资源计划 企业资源规划|Enterprise Resource Planning",
    "ESB": "企业服务总线|Enterprise Service Bus",
    "ETL": "抽取、转换、加载 抽取转换加载 数据抽取|Extract-Transform-Load",
    "FFT": "快速傅里叶变换|Fast Fourier Transform",
    "FMEA": "失效模式与影响分析|Failure Mode and Effects Analysis",
    "FPGA": "现场可编程门阵列|Field Programmable Gate Array",
    "GAN": "生成对抗网络 生成式对抗网络|Generative Adversarial Network",
    "GBDT": "梯度提升决策树|Gradient Boosting Decision Tree",
    "GIS": "地理信息系统|Geographic Information System",
    "GPRS": "通用分组无线业务|General Packet Radio Service",
    "HDFS": "分布式文件系统|Hadoop Distributed File System",
    "HMI": "人机界面 人机接口 人机交互界面|Human Machine Interface",
    "HPC": "高性能计算|High Performance Computing",
    "HSE": "健康、安全与环境 健康安全环境|Health, Safety and Environment",
    "IAM": "身份与访问管理|Identity and Access Management",
    "ICT": "信息通信技术 信息与通信技术|Information and Communications Technology",
    "IDC": "互联网数据中心|Internet Data Center",
    "IDE": "集成开发环境|Integrated Development Environment",
    "IDS": "入侵检测系统|Intrusion Detection System",
    "IIoT": "工业物联网|Industrial Internet of Things",
    "IoT": "物联网|Internet of Things",
    "IPS": "入侵防御系统 入侵防护系统|Intrusion Prevention System",
    "ITSM": "信息技术服务管理|IT Service Management",
    "JIT": "准时制 准时化生产|Just in Time",
    "JSON": "对象简谱|JavaScript Object Notation",
    "JWT": "网络令牌|JSON Web Token",
    "KPI": "关键绩效指标|Key Performance Indicator",
    "LIMS": "实验室信息管理系统|Laboratory Information Management System",
    "LLM": "大语言模型|Large Language Model",
    "LPWAN": "低功耗广域网|Low-Power Wide-Area Network",
    "LSTM": "长短期记忆|Long Short-Term Memory",
    "MDC": "制造数据采集 机床数据采集|Manufacturing Data Collection",
    "MDM": "主数据管理|Master Data Management",
    "MEC": "多接入边缘计算 移动边缘计算|Multi-access Edge Computing",
    "MES": "制造执行系统 生产执行系统 制造执行|Manufacturing Execution System",
    "MOM": "制造运营管理|Manufacturing Operations Management",
    "MPP": "大规模并行处理|Massively Parallel Processing",
    "MQTT": "消息队列遥测传输|Message Queuing Telemetry Transport",
    "MRO": "维护、维修和运行 维护维修运行 工业品|Maintenance, Repair and Operations",
    "MRP": "物料需求计划|Material Requirements Planning",
    "MTBF": "平均无故障时间 平均故障间隔时间|Mean Time Between Failures",
    "MTTR": "平均修复时间 平均恢复时间|Mean Time to Repair",
    "MVC": "模型-视图-控制器 模型视图控制器|Model View Controller",
    "NAS": "网络附属存储 网络附加存储|Network Attached Storage",
    "NB-IoT": "窄带物联网|Narrowband Internet of Things",
    "NFC": "近场通信|Near Field Communication",
    "NFV": "网络功能虚拟化|Network Functions Virtualization",
    "NLP": "自然语言处理|Natural Language Processing",
    "OA": "办公自动化|Office Automation",
    "OAuth": "开放授权|Open Authorization",
    "OCR": "光学字符识别|Optical Character Recognition",
    "OEE": "设备综合效率 设备综合利用率|Overall Equipment Effectiveness",
    "OEM": "原始设备制造商 贴牌生产 代工|Original Equipment Manufacturer",
    "OLAP": "联机分析处理 在线分析处理|Online Analytical Processing",
    "OPC": "用于过程控制的对象链接与嵌入 开放平台通信|OLE for Process Control",
    "OPC UA": "开放平台通信统一架构 统一架构|OPC Unified Architecture",
    "OSS": "对象存储服务 对象存储|Object Storage Service",
    "OTA": "空中下载 空中升级 远程升级|Over the Air",
    "PCS": "过程控制系统|Process Control System",
    "PDA": "手持终端 掌上电脑|Personal Digital Assistant",
    "PDCA": "计划、执行、检查、处理 计划-执行-检查-处理 戴明环|Plan-Do-Check-Act",
    "PDM": "产品数据管理|Product Data Management",
    "PHM": "故障预测与健康管理 预测与健康管理|Prognostics and Health Management",
    "PID": "比例-积分-微分 比例积分微分|Proportional-Integral-Derivative",
    "PKI": "公钥基础设施|Public Key Infrastructure",
    "PLC": "可编程逻辑控制器 可编程控制器 可编程序控制器|Programmable Logic Controller",
    "PLM": "产品生命周期管理 产品全生命周期管理|Product Lifecycle Management",
    "PMS": "设备管理系统 生产管理系统 项目管理系统|Production Management System",
    "QMS": "质量管理系统 质量管理体系|Quality Management System",
    "QoS": "服务质量|Quality of Service",
    "RBAC": "基于角色的访问控制|Role-Based Access Control",
    "REST": "表述性状态传递 表现层状态转移|Representational State Transfer",
    "RFID": "射频识别 无线射频识别|Radio Frequency Identification",
    "RNN": "循环神经网络|Recurrent Neural Network",
    "ROI": "投资回报率|Return on Investment",
    "RPA": "机器人流程自动化|Robotic Process Automation",
    "RPC": "远程过程调用|Remote Procedure Call",
    "RPO": "恢复点目标|Recovery Point Objective",
    "RTO": "恢复时间目标|Recovery Time Objective",
    "RTU": "远程终端单元 远程终端|Remote Terminal Unit",
    "SCADA": "数据采集与监视控制 数据采集与监控 监控与数据采集|Supervisory Control and Data Acquisition",
    "SCM": "供应链管理|Supply Chain Management",
    "SDK": "软件开发工具包 软件开发包|Software Development Kit",
    "SDN": "软件定义网络|Software Defined Network",
    "SLA": "服务等级协议 服务级别协议 服务水平协议|Service Level Agreement",
    "SOA": "面向服务的架构 面向服务架构|Service-Oriented Architecture",
    "SOC": "安全运营中心|Security Operations Center",
    "SOP": "标准作业程序 标准操作程序 标准作业指导书|Standard Operating Procedure",
    "SPC": "统计过程控制|Statistical Process Control",
    "SRM": "供应商关系管理|Supplier Relationship Management",
    "SSL": "安全套接层|Secure Sockets Layer",
    "SSO": "单点登录|Single Sign On",
    "SVM": "支持向量机|Support Vector Machine",
    "TLS": "传输层安全|Transport Layer Security",
    "TMS": "运输管理系统|Transportation Management System",
    "TPM": "全员生产维护 全员生产维修 全面生产维护|Total Productive Maintenance",
    "TSN": "时间敏感网络|Time-Sensitive Networking",
    "UWB": "超宽带|Ultra Wide Band",
    "VLAN": "虚拟局域网|Virtual Local Area Network",
    "VOC": "挥发性有机物|Volatile Organic Compounds",
    "VOCs": "挥发性有机物|Volatile Organic Compounds",
    "VPC": "虚拟私有云|Virtual Private Cloud",
    "VPN": "虚拟专用网络 虚拟专用网 虚拟专网|Virtual Private Network",
    "WAF": "网络应用防火墙 应用防火墙|Web Application Firewall",
    "WCS": "仓储控制系统 仓库控制系统|Warehouse Control System",
    "WMS": "仓储管理系统 仓库管理系统|Warehouse Management System",
    "WSN": "无线传感器网络 无线传感网络|Wireless Sensor Network",
    "XML": "可扩展标记语言|Extensible Markup Language",
}

# What the form itself prints, what newspapers write without a word, units of measure, designations of standards.
EVERYDAY: Final = frozenset(
    """
    IaaS PaaS SaaS APP App app APPs AR VR AR/VR VC PE VC/PE E-mail Email email 1G 2G 3G 4G 5G 6G 5G-A 2D 3D AI
    IT IP IPv4 IPv6 TCP UDP TCP/IP HTTP HTTPS FTP WWW URL PC CPU GPU USB WiFi Wi-Fi WIFI Wifi ID LED LCD PDF
    PPT Excel Word Office Web WEB web H5 HTML SQL QQ VIP CEO CTO CIO CFO GDP GPS SIM OK NO TOP Top DIY UPS MAC
    VS AB KB MB GB TB PB EB Kbps Mbps Gbps bps Hz kHz MHz GHz KW kW MW GW kWh MWh KWh KV kV KVA kVA mA mm cm
    dm km kg mg ml mL min ms Pa kPa MPa KPa rpm dB pH ppm COD SO NO2 SO2 CO CO2 NOx PM2 PM10 N2 O2 H2 RMB CNY
    USD DN PN ISO IEC IEEE GB GB/T DB JB YB T/ ASTM CE UL CMMI CMMI3 CMMI5 CNAS CMA AAA ITSS CCRC CSMM A B C D
    E F
    """.split()  # noqa: SIM905 - one word a line would be three screens
)

# Makers, products, projects and protocols whose names are all they have.
NAMES: Final = frozenset(
    """
    SAP IBM ABB AWS EMC HP HPE GE LG NEC TCL BYD ZTE H3C FANUC KUKA SEW SMC SKF NSK BOSCH Bosch OMRON Omron
    AMD ARM NVIDIA Intel INTEL Dell DELL VMware VMWARE Oracle ORACLE Microsoft Siemens SIEMENS Schneider
    Rockwell Honeywell Emerson Yokogawa Mitsubishi Panasonic KEYENCE Keyence Cognex Festo PTC ANSYS Ansys
    ABAQUS MATLAB Matlab SolidWorks SOLIDWORKS AutoCAD AUTOCAD CATIA UG NX Creo CAXA Huawei HUAWEI Alibaba
    Tencent Baidu Google Apple Amazon Cisco CISCO Juniper Moxa MOXA Advantech Haier COSMOPlat HBIS Predix
    MindSphere ThingWorx EcoStruxure Linux Windows Android iOS Unix UNIX HarmonyOS Ubuntu CentOS Docker
    Kubernetes K8S K8s KVM OpenStack Ceph Hadoop Spark Flink Kafka Hive HBase Redis MySQL MYSQL PostgreSQL
    MongoDB InfluxDB TDengine ClickHouse Elasticsearch Neo4j Java JAVA Python Go C++ Vue React Node Spring
    SpringCloud SpringBoot Dubbo Istio Nacos Nginx NGINX Jenkins Git GitLab TensorFlow PyTorch Caffe XGBoost
    LightGBM YOLO ResNet BERT EMQX RabbitMQ RocketMQ Zabbix Prometheus Grafana Modbus MODBUS Profinet PROFINET
    Profibus PROFIBUS EtherCAT EtherNet/IP CANopen BACnet HART LoRa LORA ZigBee Zigbee ZIGBEE Bluetooth
    CC-Link Handle OID Ecode DNA IDIS RS232 RS485 RS-232 RS-485
    """.split()  # noqa: SIM905 - one word a line would be three screens
)
